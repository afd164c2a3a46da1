output "name" {
  description = "The service's name."
  value       = aws_ecs_service.this.name
}

output "environment" {
  description = "Its settings, for checks."
  value       = var.environment
}

output "secret_names" {
  description = "The settings that come from Secrets Manager, for checks."
  value       = keys(var.secrets)
}
