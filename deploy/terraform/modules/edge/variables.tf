variable "name" {
  description = "What the load balancer is called."
  type        = string

  validation {
    condition     = length(var.name) <= 26
    error_message = "A load balancer's name has at most 26 characters here."
  }
}

variable "internal" {
  description = "Whether it is reached from our own networks alone."
  type        = bool
}

variable "vpc_id" {
  description = "The network."
  type        = string
}

variable "subnet_ids" {
  description = "Public subnets, or private ones where it is internal."
  type        = list(string)
}

variable "allowed_cidrs" {
  description = "Who may connect."
  type        = list(string)

  validation {
    condition     = !var.internal || !contains(var.allowed_cidrs, "0.0.0.0/0")
    error_message = "What is internal is not open to everybody."
  }
}

variable "tasks_security_group_id" {
  description = "The group of the tasks it passes requests to."
  type        = string
}

variable "port" {
  description = "Where these listen."
  type        = number
}

variable "hostname" {
  description = "Its name in DNS."
  type        = string
}

variable "zone_id" {
  description = "The zone of Route 53 that name belongs to."
  type        = string
}

variable "rates" {
  description = "How many requests one address may make in five minutes, by the beginning of the path; / is all. Empty for no firewall."
  type        = map(number)
  default     = {}

  validation {
    condition     = alltrue([for path, rate in var.rates : startswith(path, "/") && rate >= 10])
    error_message = "Paths begin with a slash, and rates with 10."
  }
}

variable "deletion_protection" {
  description = "Whether it can be deleted only after this was switched off."
  type        = bool
  default     = true
}

variable "log_days" {
  description = "For how many days the firewall's log is kept."
  type        = number
  default     = 30
}

variable "key_arn" {
  description = "The key that log is encrypted with."
  type        = string
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}
