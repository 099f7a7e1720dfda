variable "ci_deploy_secret" {
  type      = string
  sensitive = true
}
