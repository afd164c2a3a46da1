output "file_system_id" {
  description = "The file system."
  value       = aws_efs_file_system.this.id
}

output "file_system_arn" {
  description = "The same as an ARN."
  value       = aws_efs_file_system.this.arn
}

output "access_point_id" {
  description = "Where enrichment-service comes in."
  value       = aws_efs_access_point.work.id
}
