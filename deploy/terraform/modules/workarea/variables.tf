variable "name" {
  description = "What the file system is called."
  type        = string
}

variable "vpc_id" {
  description = "The network."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets, one for each zone."
  type        = list(string)
}

variable "client_security_group_id" {
  description = "Who mounts it."
  type        = string
}

variable "key_arn" {
  description = "The key it is encrypted with."
  type        = string
}

variable "user_id" {
  description = "The user and group that own all files; that of the image."
  type        = number
  default     = 10001
}
