namespace SoftmaxGen.PathProbe;

// A row shorter than a vector, one that fills it, one over, several vectors with and without a rest, short loops, long loops with chunked sums.

[Softmax(1)] internal readonly partial struct Default1 : IEmittedWithJacobian;
[Softmax(2)] internal readonly partial struct Default2 : IEmittedWithJacobian;
[Softmax(3)] internal readonly partial struct Default3 : IEmittedWithJacobian;
[Softmax(4)] internal readonly partial struct Default4 : IEmittedWithJacobian;
[Softmax(7)] internal readonly partial struct Default7 : IEmittedWithJacobian;
[Softmax(8)] internal readonly partial struct Default8 : IEmittedWithJacobian;
[Softmax(10)] internal readonly partial struct Default10 : IEmittedWithJacobian;
[Softmax(16)] internal readonly partial struct Default16 : IEmittedWithJacobian;
[Softmax(17)] internal readonly partial struct Default17 : IEmittedWithJacobian;
[Softmax(33)] internal readonly partial struct Default33 : IEmittedWithJacobian;
[Softmax(65)] internal readonly partial struct Default65 : IEmittedWithJacobian;
[Softmax(130)] internal readonly partial struct Default130 : IEmittedWithJacobian;
[Softmax(1000, Methods = SoftmaxMethods.All & ~SoftmaxMethods.Jacobian)] internal readonly partial struct Default1000 : IEmitted;
[Softmax(4097, Methods = SoftmaxMethods.All & ~SoftmaxMethods.Jacobian)] internal readonly partial struct Default4097 : IEmitted;

[Softmax(1, Accuracy = SoftmaxAccuracy.Fast)] internal readonly partial struct Fast1 : IEmittedWithJacobian;
[Softmax(2, Accuracy = SoftmaxAccuracy.Fast)] internal readonly partial struct Fast2 : IEmittedWithJacobian;
[Softmax(3, Accuracy = SoftmaxAccuracy.Fast)] internal readonly partial struct Fast3 : IEmittedWithJacobian;
[Softmax(4, Accuracy = SoftmaxAccuracy.Fast)] internal readonly partial struct Fast4 : IEmittedWithJacobian;
[Softmax(7, Accuracy = SoftmaxAccuracy.Fast)] internal readonly partial struct Fast7 : IEmittedWithJacobian;
[Softmax(8, Accuracy = SoftmaxAccuracy.Fast)] internal readonly partial struct Fast8 : IEmittedWithJacobian;
[Softmax(10, Accuracy = SoftmaxAccuracy.Fast)] internal readonly partial struct Fast10 : IEmittedWithJacobian;
[Softmax(16, Accuracy = SoftmaxAccuracy.Fast)] internal readonly partial struct Fast16 : IEmittedWithJacobian;
[Softmax(17, Accuracy = SoftmaxAccuracy.Fast)] internal readonly partial struct Fast17 : IEmittedWithJacobian;
[Softmax(33, Accuracy = SoftmaxAccuracy.Fast)] internal readonly partial struct Fast33 : IEmittedWithJacobian;
[Softmax(65, Accuracy = SoftmaxAccuracy.Fast)] internal readonly partial struct Fast65 : IEmittedWithJacobian;
[Softmax(130, Accuracy = SoftmaxAccuracy.Fast)] internal readonly partial struct Fast130 : IEmittedWithJacobian;
[Softmax(1000, Accuracy = SoftmaxAccuracy.Fast, Methods = SoftmaxMethods.All & ~SoftmaxMethods.Jacobian)] internal readonly partial struct Fast1000 : IEmitted;
[Softmax(4097, Accuracy = SoftmaxAccuracy.Fast, Methods = SoftmaxMethods.All & ~SoftmaxMethods.Jacobian)] internal readonly partial struct Fast4097 : IEmitted;

[Softmax(1, Accuracy = SoftmaxAccuracy.Precise)] internal readonly partial struct Precise1 : IEmittedWithJacobian;
[Softmax(2, Accuracy = SoftmaxAccuracy.Precise)] internal readonly partial struct Precise2 : IEmittedWithJacobian;
[Softmax(3, Accuracy = SoftmaxAccuracy.Precise)] internal readonly partial struct Precise3 : IEmittedWithJacobian;
[Softmax(4, Accuracy = SoftmaxAccuracy.Precise)] internal readonly partial struct Precise4 : IEmittedWithJacobian;
[Softmax(7, Accuracy = SoftmaxAccuracy.Precise)] internal readonly partial struct Precise7 : IEmittedWithJacobian;
[Softmax(8, Accuracy = SoftmaxAccuracy.Precise)] internal readonly partial struct Precise8 : IEmittedWithJacobian;
[Softmax(10, Accuracy = SoftmaxAccuracy.Precise)] internal readonly partial struct Precise10 : IEmittedWithJacobian;
[Softmax(16, Accuracy = SoftmaxAccuracy.Precise)] internal readonly partial struct Precise16 : IEmittedWithJacobian;
[Softmax(17, Accuracy = SoftmaxAccuracy.Precise)] internal readonly partial struct Precise17 : IEmittedWithJacobian;
[Softmax(33, Accuracy = SoftmaxAccuracy.Precise)] internal readonly partial struct Precise33 : IEmittedWithJacobian;
[Softmax(65, Accuracy = SoftmaxAccuracy.Precise)] internal readonly partial struct Precise65 : IEmittedWithJacobian;
[Softmax(130, Accuracy = SoftmaxAccuracy.Precise)] internal readonly partial struct Precise130 : IEmittedWithJacobian;
[Softmax(1000, Accuracy = SoftmaxAccuracy.Precise, Methods = SoftmaxMethods.All & ~SoftmaxMethods.Jacobian)] internal readonly partial struct Precise1000 : IEmitted;
[Softmax(4097, Accuracy = SoftmaxAccuracy.Precise, Methods = SoftmaxMethods.All & ~SoftmaxMethods.Jacobian)] internal readonly partial struct Precise4097 : IEmitted;

// Two lengths have all of what halves add: conversions of less than a vector, of vectors and of what is left of them.

[Softmax(3, ElementTypes = SoftmaxElementTypes.Half, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows)] internal readonly partial struct Half3 : IEmittedHalf;
[Softmax(1001, ElementTypes = SoftmaxElementTypes.Half, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows)] internal readonly partial struct Half1001 : IEmittedHalf;
[Softmax(1001, Accuracy = SoftmaxAccuracy.Precise, ElementTypes = SoftmaxElementTypes.Half, Methods = SoftmaxMethods.Softmax | SoftmaxMethods.Rows)] internal readonly partial struct PreciseHalf1001 : IEmittedHalf;
