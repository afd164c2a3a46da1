variable "name" {
  description = "What the cluster and the namespace of its services are called."
  type        = string
}

variable "vpc_id" {
  description = "The network."
  type        = string
}

variable "cidr" {
  description = "The addresses of the network."
  type        = string
}

variable "ports_out" {
  description = "Ports of the internet that tasks may reach, with what is there."
  type        = map(number)
  default     = { "AWS, providers and pictures" = 443 }
}
