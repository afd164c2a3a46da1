output "environment" {
  description = "Where services send telemetry, as environment variables of Spring."
  value = var.exporter == "nowhere" ? {} : {
    MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT = "http://collector:4318/v1/traces"
    MANAGEMENT_OPENTELEMETRY_LOGGING_EXPORT_OTLP_ENDPOINT = "http://collector:4318/v1/logs"
    MANAGEMENT_OTLP_METRICS_EXPORT_URL                    = "http://collector:4318/v1/metrics"
  }

  # tasks know the names that were there when they started, so who uses this one starts after it
  depends_on = [module.collector]
}
