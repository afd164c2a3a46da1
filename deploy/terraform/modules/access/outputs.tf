output "role_arns" {
  description = "The role of each service."
  value       = { for service, role in aws_iam_role.task : service => role.arn }
}

output "policies" {
  description = "The policy of each service, as JSON."
  value       = { for service, document in data.aws_iam_policy_document.task : service => document.json }
}

output "cache_keys" {
  description = "Families of keys that each service reaches in the cache."
  value       = { for service in local.services : service => toset(concat(local.everybody.cache, try(local.rights[service].cache, []))) }
}
