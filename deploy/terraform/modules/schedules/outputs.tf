output "role_arn" {
  description = "The role that schedules send with."
  value       = aws_iam_role.this.arn
}

output "rule_arn" {
  description = "The rule that passes on news of human loops; composed, so that the queue's policy is known while planning."
  value       = "arn:${var.partition}:events:${var.region}:${var.account}:rule/${local.rule_name}"
}
