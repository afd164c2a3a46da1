variable "name" {
  description = "What the machine and what belongs to it are called."
  type        = string
}

variable "vpc_id" {
  description = "The network."
  type        = string
}

variable "subnet_id" {
  description = "The private subnet it lives in; its volume cannot leave that zone."
  type        = string
}

variable "zone" {
  description = "The zone of that subnet."
  type        = string
}

variable "client_security_group_id" {
  description = "Who sends telemetry: the collectors."
  type        = string
}

variable "viewer_cidrs" {
  description = "Private networks that people look at it from."
  type        = list(string)
  default     = []

  validation {
    condition     = !contains(var.viewer_cidrs, "0.0.0.0/0")
    error_message = "Telemetry is shown to private networks alone."
  }
}

variable "instance_type" {
  description = "The machine: 4 processors and 16 GiB at least."
  type        = string
}

variable "gib" {
  description = "The size of the volume that keeps telemetry."
  type        = number

  validation {
    condition     = var.gib >= 30 && var.gib <= 16384
    error_message = "The volume has 30 to 16384 GiB."
  }
}

variable "signoz_version" {
  description = "The release of SigNoz."
  type        = string
  default     = "v0.138.0"
}

variable "compose_version" {
  description = "The release of Docker Compose, which Amazon Linux lacks."
  type        = string
  default     = "v2.40.3"
}

variable "partition" {
  description = "The partition."
  type        = string
}

variable "region" {
  description = "The Region."
  type        = string
}

variable "account" {
  description = "The account's number."
  type        = string
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}
