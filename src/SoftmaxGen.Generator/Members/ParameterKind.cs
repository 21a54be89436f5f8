namespace SoftmaxGen.Members;

/// <summary>What a parameter stands for: its type, its check and how it is passed on follow from that.</summary>
internal enum ParameterKind
{
    /// <summary>One row of exactly N elements.</summary>
    Row,

    /// <summary>Any number of contiguous rows.</summary>
    Rows,

    /// <summary>The number of elements of each of the rows before it, where that is known at run time only.</summary>
    RowLength,

    /// <summary>A matrix of N rows, each of whose columns is what a member takes as a row.</summary>
    Columns,

    /// <summary>The number of columns of the matrix before it.</summary>
    ColumnCount,

    /// <summary>The index of a class.</summary>
    Label,

    /// <summary>The index of a class for each row or column.</summary>
    Labels,

    /// <summary>The label of rows that do not count.</summary>
    IgnoreIndex,

    /// <summary>The share of the target that is spread evenly over all classes, from 0 to 1.</summary>
    LabelSmoothing,

    /// <summary>Whether the losses of rows are added up, rather than averaged.</summary>
    Sum,

    /// <summary>A positive and finite number.</summary>
    Temperature,

    /// <summary>A number from 0 to 1, for a draw.</summary>
    Uniform,

    /// <summary>One for each row.</summary>
    Uniforms,

    /// <summary>How many of the largest elements are asked for, from 1 to N.</summary>
    Count,

    /// <summary>Where the result goes; <see cref="MemberDescription.Result"/> says how much that is.</summary>
    Destination,

    /// <summary>Where indices go that belong to what goes to the destination.</summary>
    Indices,

    /// <summary>Where a second number for each row goes.</summary>
    Margins,

    /// <summary>A number that is returned besides the result.</summary>
    Out,

    /// <summary>How rows are shared out among threads.</summary>
    ParallelOptions,
}
