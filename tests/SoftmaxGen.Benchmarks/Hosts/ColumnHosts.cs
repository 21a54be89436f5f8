namespace SoftmaxGen.Benchmarks.Hosts;

[Softmax(4, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows | SoftmaxMethods.Columns, ElementTypes = SoftmaxElementTypes.Single)]
internal static partial class Columns4;

[Softmax(8, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows | SoftmaxMethods.Columns, ElementTypes = SoftmaxElementTypes.Single)]
internal static partial class Columns8;

[Softmax(16, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows | SoftmaxMethods.Columns, ElementTypes = SoftmaxElementTypes.Single)]
internal static partial class Columns16;

[Softmax(21, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows | SoftmaxMethods.Columns, ElementTypes = SoftmaxElementTypes.Single)]
internal static partial class Columns21;

[Softmax(100, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows | SoftmaxMethods.Columns, ElementTypes = SoftmaxElementTypes.Single)]
internal static partial class Columns100;

[Softmax(1000, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows | SoftmaxMethods.Columns, ElementTypes = SoftmaxElementTypes.Single)]
internal static partial class Columns1000;
