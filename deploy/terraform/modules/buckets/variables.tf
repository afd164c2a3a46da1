variable "buckets" {
  description = "Buckets by what they hold, as the module names gives them."
  type        = map(object({ name = string, arn = string }))

  validation {
    condition     = alltrue([for bucket in values(var.buckets) : can(regex("^[a-z0-9.-]{3,63}$", bucket.name))])
    error_message = "A bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens."
  }
}

variable "public" {
  description = "Which of them is shown to the world, through CloudFront alone."
  type        = string
  default     = "images"
}

variable "key_arn" {
  description = "The key all others are encrypted with."
  type        = string
}

variable "expire_days" {
  description = "After how many days objects go, by what the bucket holds; never where nothing is said."
  type        = map(number)
  default     = { upstream = 90 }
}

variable "force_destroy" {
  description = "Whether buckets go with all they hold; for environments that hold nothing of worth."
  type        = bool
  default     = false
}

variable "name" {
  description = "What the distribution and what belongs to it are called."
  type        = string
}

variable "price_class" {
  description = "From how many places of the world CloudFront answers."
  type        = string
  default     = "PriceClass_100"
}
