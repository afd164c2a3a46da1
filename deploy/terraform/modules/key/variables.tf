variable "name" {
  description = "What the key is called."
  type        = string
}

variable "account" {
  description = "The account's number."
  type        = string
}

variable "partition" {
  description = "The partition."
  type        = string
}

variable "region" {
  description = "The Region."
  type        = string
}
