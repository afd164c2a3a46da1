output "role_arns" {
  description = "The role of each service."
  value       = { for service, role in aws_iam_role.task : service => role.arn }
}

output "policies" {
  description = "The policy of each service, as JSON."
  value       = { for service, document in data.aws_iam_policy_document.task : service => document.json }
}
