output "host" {
  description = "Its name in the network."
  value       = local.host
}
