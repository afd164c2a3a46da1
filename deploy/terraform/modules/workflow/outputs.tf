output "arn" {
  description = "The state machine."
  value       = aws_sfn_state_machine.this.arn
}

output "definition" {
  description = "Its definition with all addresses filled in."
  value       = local.definition
}
