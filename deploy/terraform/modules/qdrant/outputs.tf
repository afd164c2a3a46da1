output "host" {
  description = "Where services find it."
  value       = "qdrant"

  # tasks know the names that were there when they started, so who uses this one starts after it
  depends_on = [module.node]
}
