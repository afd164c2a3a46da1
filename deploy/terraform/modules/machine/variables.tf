variable "name" {
  description = "What the machine and what belongs to it are called."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,50}$", var.name))
    error_message = "A machine is called by 2 to 51 lower-case letters, digits and hyphens, a letter first."
  }
}

variable "label" {
  description = "The first label of its name in the network."
  type        = string
}

variable "domain" {
  description = "The domain of that name."
  type        = string
}

variable "zone_id" {
  description = "The private zone of Route 53 that the domain is."
  type        = string
}

variable "zone_arn" {
  description = "The same zone."
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

variable "security_group_id" {
  description = "Who reaches it."
  type        = string
}

variable "instance_type" {
  description = "The machine; ARM64."
  type        = string

  validation {
    condition     = can(regex("^[a-z]+[0-9]+g[a-z]*\\.[a-z0-9]+$", var.instance_type))
    error_message = "An instance type of ARM64 reads like m7g.xlarge."
  }
}

variable "gib" {
  description = "The size of the volume, in GiB."
  type        = number

  validation {
    condition     = var.gib >= 10 && var.gib <= 16384
    error_message = "The volume has 10 to 16384 GiB."
  }
}

variable "files" {
  description = "Files it finds, by their absolute path."
  type        = map(string)
  default     = {}
}

variable "runs" {
  description = "The end of the script that runs once on a new machine, when the volume is mounted at /data and Docker runs."
  type        = string
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
