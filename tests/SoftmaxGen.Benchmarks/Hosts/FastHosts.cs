namespace SoftmaxGen.Benchmarks.Hosts;

[Softmax(2, Accuracy = SoftmaxAccuracy.Fast)]
public readonly partial struct Fast2 : IEmitted<float>, IEmitted<double>;

[Softmax(3, Accuracy = SoftmaxAccuracy.Fast)]
public readonly partial struct Fast3 : IEmitted<float>, IEmitted<double>;

[Softmax(4, Accuracy = SoftmaxAccuracy.Fast)]
public readonly partial struct Fast4 : IEmitted<float>, IEmitted<double>;

[Softmax(8, Accuracy = SoftmaxAccuracy.Fast)]
public readonly partial struct Fast8 : IEmitted<float>, IEmitted<double>;

[Softmax(10, Accuracy = SoftmaxAccuracy.Fast)]
public readonly partial struct Fast10 : IEmitted<float>, IEmitted<double>;

[Softmax(16, Accuracy = SoftmaxAccuracy.Fast)]
public readonly partial struct Fast16 : IEmitted<float>, IEmitted<double>;

[Softmax(32, Accuracy = SoftmaxAccuracy.Fast)]
public readonly partial struct Fast32 : IEmitted<float>, IEmitted<double>;

[Softmax(64, Accuracy = SoftmaxAccuracy.Fast)]
public readonly partial struct Fast64 : IEmitted<float>, IEmitted<double>;

[Softmax(100, Accuracy = SoftmaxAccuracy.Fast)]
public readonly partial struct Fast100 : IEmitted<float>, IEmitted<double>;

[Softmax(128, Accuracy = SoftmaxAccuracy.Fast)]
public readonly partial struct Fast128 : IEmitted<float>, IEmitted<double>;

[Softmax(256, Methods = AllHosts.NoJacobian, Accuracy = SoftmaxAccuracy.Fast)]
public readonly partial struct Fast256 : IEmitted<float>, IEmitted<double>;

[Softmax(1000, Methods = AllHosts.NoJacobian, Accuracy = SoftmaxAccuracy.Fast)]
public readonly partial struct Fast1000 : IEmitted<float>, IEmitted<double>;

[Softmax(4096, Methods = AllHosts.NoJacobian, Accuracy = SoftmaxAccuracy.Fast)]
public readonly partial struct Fast4096 : IEmitted<float>, IEmitted<double>;
