output "vpc_id" {
  description = "The network."
  value       = aws_vpc.this.id
}

output "public_subnet_ids" {
  description = "Subnets with a way in, for load balancers alone."
  value       = [for subnet in aws_subnet.public : subnet.id]
}

output "private_subnet_ids" {
  description = "Subnets without one, for everything else."
  value       = [for subnet in aws_subnet.private : subnet.id]
}

output "cidr" {
  description = "The addresses of the network."
  value       = var.cidr
}

output "private_subnet_of" {
  description = "The private subnet of each zone."
  value       = { for zone, subnet in aws_subnet.private : zone => subnet.id }
}
