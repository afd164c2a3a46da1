output "host" {
  description = "Where services find it."
  value       = "qdrant"
}
