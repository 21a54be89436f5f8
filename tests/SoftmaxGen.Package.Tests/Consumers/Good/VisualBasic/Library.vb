Public Module Library
    Public Const Answer As Integer = 42
End Module
