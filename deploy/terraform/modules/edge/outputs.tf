output "url" {
  description = "Where it is reached."
  value       = "https://${var.hostname}"
}

output "target_group_arn" {
  description = "Where tasks are registered."
  value       = aws_lb_target_group.this.arn
}

output "metrics" {
  description = "What metrics call the load balancer and its target group."
  value       = { load_balancer = aws_lb.this.arn_suffix, target_group = aws_lb_target_group.this.arn_suffix }
}
