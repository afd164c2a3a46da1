output "arns" {
  description = "Secrets by name."
  value       = { for name, secret in aws_secretsmanager_secret.this : name => secret.arn }
}

output "drawn" {
  description = "First values of those that are drawn here."
  sensitive   = true
  value       = { for name, password in data.aws_secretsmanager_random_password.this : name => password.random_password }
}
