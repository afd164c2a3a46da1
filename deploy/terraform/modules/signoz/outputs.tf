output "endpoint" {
  description = "Where collectors send."
  value       = "${local.host}:4317"
}
