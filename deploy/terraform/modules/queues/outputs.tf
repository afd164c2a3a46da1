output "urls" {
  description = "Addresses by name."
  value       = { for name, queue in aws_sqs_queue.this : name => queue.url }
}
