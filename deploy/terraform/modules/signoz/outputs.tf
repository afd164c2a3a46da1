output "endpoint" {
  description = "Where collectors send."
  value       = "${module.machine["signoz"].host}:4317"
}
