namespace SoftmaxGen.Members;

/// <summary>What a member computes.</summary>
internal enum ResultShape
{
    /// <summary>A number, which it returns.</summary>
    Number,

    /// <summary>A row of N elements.</summary>
    Row,

    /// <summary>A matrix of N * N elements.</summary>
    Matrix,

    /// <summary>As many rows as it is given.</summary>
    Rows,

    /// <summary>As many columns as it is given.</summary>
    Columns,

    /// <summary>A number for each row that it is given.</summary>
    Numbers,

    /// <summary>The index of an element, which it returns.</summary>
    Index,

    /// <summary>The index of an element of each row that it is given.</summary>
    Indices,

    /// <summary>As many elements of each row as it is asked for.</summary>
    Top,
}
