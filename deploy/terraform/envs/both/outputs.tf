output "catalogue" {
  description = "Addresses, names and ids to go on with."
  value       = module.catalogue
}
