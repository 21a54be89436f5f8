using SoftmaxGen;

namespace Acme.Strict;

/// <summary>Three classes, seen from other assemblies, too.</summary>
[Softmax(3)]
public static partial class Classes;

/// <summary>So many that the code has loops.</summary>
[Softmax(1000, Accuracy = SoftmaxAccuracy.Precise)]
public static partial class ManyClasses;
