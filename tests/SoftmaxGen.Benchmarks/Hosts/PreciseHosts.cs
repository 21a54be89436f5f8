namespace SoftmaxGen.Benchmarks.Hosts;

[Softmax(2, Accuracy = SoftmaxAccuracy.Precise)]
public readonly partial struct Precise2 : IEmitted<float>, IEmitted<double>;

[Softmax(3, Accuracy = SoftmaxAccuracy.Precise)]
public readonly partial struct Precise3 : IEmitted<float>, IEmitted<double>;

[Softmax(4, Accuracy = SoftmaxAccuracy.Precise)]
public readonly partial struct Precise4 : IEmitted<float>, IEmitted<double>;

[Softmax(8, Accuracy = SoftmaxAccuracy.Precise)]
public readonly partial struct Precise8 : IEmitted<float>, IEmitted<double>;

[Softmax(10, Accuracy = SoftmaxAccuracy.Precise)]
public readonly partial struct Precise10 : IEmitted<float>, IEmitted<double>;

[Softmax(16, Accuracy = SoftmaxAccuracy.Precise)]
public readonly partial struct Precise16 : IEmitted<float>, IEmitted<double>;

[Softmax(32, Accuracy = SoftmaxAccuracy.Precise)]
public readonly partial struct Precise32 : IEmitted<float>, IEmitted<double>;

[Softmax(64, Accuracy = SoftmaxAccuracy.Precise)]
public readonly partial struct Precise64 : IEmitted<float>, IEmitted<double>;

[Softmax(100, Accuracy = SoftmaxAccuracy.Precise)]
public readonly partial struct Precise100 : IEmitted<float>, IEmitted<double>;

[Softmax(128, Accuracy = SoftmaxAccuracy.Precise)]
public readonly partial struct Precise128 : IEmitted<float>, IEmitted<double>;

[Softmax(256, Methods = AllHosts.NoJacobian, Accuracy = SoftmaxAccuracy.Precise)]
public readonly partial struct Precise256 : IEmitted<float>, IEmitted<double>;

[Softmax(1000, Methods = AllHosts.NoJacobian, Accuracy = SoftmaxAccuracy.Precise)]
public readonly partial struct Precise1000 : IEmitted<float>, IEmitted<double>;

[Softmax(4096, Methods = AllHosts.NoJacobian, Accuracy = SoftmaxAccuracy.Precise)]
public readonly partial struct Precise4096 : IEmitted<float>, IEmitted<double>;
