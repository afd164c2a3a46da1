output "arns" {
  description = "Tables by name."
  value       = { for name, table in aws_dynamodb_table.this : name => table.arn }
}
