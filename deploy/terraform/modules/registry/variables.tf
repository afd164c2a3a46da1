variable "images" {
  description = "The images, one repository each."
  type        = set(string)
}

variable "key_arn" {
  description = "The key they are encrypted with."
  type        = string
}

variable "kept" {
  description = "How many images of each are kept."
  type        = number
  default     = 20
}

variable "force_delete" {
  description = "Whether a repository goes with the images in it."
  type        = bool
  default     = false
}
