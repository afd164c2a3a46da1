output "environment" {
  description = "Where services send traces, logs and metrics, as their setting."
  value       = var.exporter == "nowhere" ? {} : { MOKUROKU_TELEMETRY_ENDPOINT = "http://collector:4318" }

  # tasks know the names that were there when they started, so who uses this one starts after it
  depends_on = [module.collector]
}
