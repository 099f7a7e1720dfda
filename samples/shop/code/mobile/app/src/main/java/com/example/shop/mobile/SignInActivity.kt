package com.example.shop.mobile

import android.os.Bundle
import android.widget.Button
import android.widget.EditText
import androidx.appcompat.app.AppCompatActivity
import androidx.lifecycle.lifecycleScope
import kotlinx.coroutines.launch

class SignInActivity : AppCompatActivity() {
    private val session by lazy { (application as ShopApplication).session }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        setContentView(R.layout.sign_in)
        findViewById<Button>(R.id.sign_in).setOnClickListener {
            val email = findViewById<EditText>(R.id.email).text.toString()
            val password = findViewById<EditText>(R.id.password).text.toString()
            lifecycleScope.launch { session.signIn(email, password) }
        }
    }
}
