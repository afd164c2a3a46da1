output "queues" {
  description = "Queues by name: settings, ARN and address, and the same of its dead-letter queue."
  value       = local.queues
}

output "tables" {
  description = "Tables by name: keys, indexes and ARN."
  value       = local.tables
}

output "buckets" {
  description = "Buckets by what they hold (releases, images, snapshots, exports, upstream): name and ARN."
  value       = local.buckets
}

output "scopes" {
  description = "What a token may allow, each with a sentence for people."
  value       = local.scopes
}

output "account" {
  description = "The account's number."
  value       = local.account
}

output "partition" {
  description = "The partition, aws nearly everywhere."
  value       = local.partition
}

output "region" {
  description = "The Region."
  value       = local.region
}
