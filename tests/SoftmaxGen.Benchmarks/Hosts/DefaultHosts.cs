namespace SoftmaxGen.Benchmarks.Hosts;

[Softmax(2)]
public readonly partial struct Default2 : IEmitted<float>, IEmitted<double>;

[Softmax(3)]
public readonly partial struct Default3 : IEmitted<float>, IEmitted<double>;

[Softmax(4)]
public readonly partial struct Default4 : IEmitted<float>, IEmitted<double>;

[Softmax(8)]
public readonly partial struct Default8 : IEmitted<float>, IEmitted<double>;

[Softmax(10)]
public readonly partial struct Default10 : IEmitted<float>, IEmitted<double>;

[Softmax(16)]
public readonly partial struct Default16 : IEmitted<float>, IEmitted<double>;

[Softmax(17)]
public readonly partial struct Default17 : IEmitted<float>, IEmitted<double>;

[Softmax(24)]
public readonly partial struct Default24 : IEmitted<float>, IEmitted<double>;

[Softmax(32)]
public readonly partial struct Default32 : IEmitted<float>, IEmitted<double>;

[Softmax(64)]
public readonly partial struct Default64 : IEmitted<float>, IEmitted<double>;

[Softmax(100)]
public readonly partial struct Default100 : IEmitted<float>, IEmitted<double>;

[Softmax(128)]
public readonly partial struct Default128 : IEmitted<float>, IEmitted<double>;

[Softmax(256, Methods = AllHosts.NoJacobian)]
public readonly partial struct Default256 : IEmitted<float>, IEmitted<double>;

[Softmax(1000, Methods = AllHosts.NoJacobian)]
public readonly partial struct Default1000 : IEmitted<float>, IEmitted<double>;

[Softmax(4096, Methods = AllHosts.NoJacobian)]
public readonly partial struct Default4096 : IEmitted<float>, IEmitted<double>;

[Softmax(32768, Methods = AllHosts.NoJacobian)]
public readonly partial struct Default32768 : IEmitted<float>, IEmitted<double>;

[Softmax(131072, Methods = AllHosts.NoJacobian)]
public readonly partial struct Default131072 : IEmitted<float>, IEmitted<double>;
