using SoftmaxGen.Benchmarks.Timing;

namespace SoftmaxGen.Benchmarks.Hosts;

/// <summary>Every host of this project: the table that benchmarks and accuracy checks go through.</summary>
internal static class AllHosts
{
    public const int LongestJacobian = 128;

    private const int LengthOfManyRows = 1000;

    public const SoftmaxMethods NoJacobian = SoftmaxMethods.All & ~SoftmaxMethods.Jacobian;

    public static IReadOnlyList<IHost> List { get; } =
    [
        new Host<Default2, float>(2, SoftmaxAccuracy.Default), new Host<Default2, double>(2, SoftmaxAccuracy.Default),
        new Host<Default3, float>(3, SoftmaxAccuracy.Default), new Host<Default3, double>(3, SoftmaxAccuracy.Default),
        new Host<Default4, float>(4, SoftmaxAccuracy.Default), new Host<Default4, double>(4, SoftmaxAccuracy.Default),
        new Host<Default8, float>(8, SoftmaxAccuracy.Default), new Host<Default8, double>(8, SoftmaxAccuracy.Default),
        new Host<Default10, float>(10, SoftmaxAccuracy.Default), new Host<Default10, double>(10, SoftmaxAccuracy.Default),
        new Host<Default16, float>(16, SoftmaxAccuracy.Default), new Host<Default16, double>(16, SoftmaxAccuracy.Default),
        new Host<Default17, float>(17, SoftmaxAccuracy.Default), new Host<Default17, double>(17, SoftmaxAccuracy.Default),
        new Host<Default24, float>(24, SoftmaxAccuracy.Default), new Host<Default24, double>(24, SoftmaxAccuracy.Default),
        new Host<Default32, float>(32, SoftmaxAccuracy.Default), new Host<Default32, double>(32, SoftmaxAccuracy.Default),
        new Host<Default64, float>(64, SoftmaxAccuracy.Default), new Host<Default64, double>(64, SoftmaxAccuracy.Default),
        new Host<Default100, float>(100, SoftmaxAccuracy.Default), new Host<Default100, double>(100, SoftmaxAccuracy.Default),
        new Host<Default128, float>(128, SoftmaxAccuracy.Default), new Host<Default128, double>(128, SoftmaxAccuracy.Default),
        new Host<Default256, float>(256, SoftmaxAccuracy.Default), new Host<Default256, double>(256, SoftmaxAccuracy.Default),
        new Host<Default1000, float>(1000, SoftmaxAccuracy.Default), new Host<Default1000, double>(1000, SoftmaxAccuracy.Default),
        new Host<Default4096, float>(4096, SoftmaxAccuracy.Default), new Host<Default4096, double>(4096, SoftmaxAccuracy.Default),
        new Host<Default32768, float>(32768, SoftmaxAccuracy.Default), new Host<Default32768, double>(32768, SoftmaxAccuracy.Default),
        new Host<Default131072, float>(131072, SoftmaxAccuracy.Default), new Host<Default131072, double>(131072, SoftmaxAccuracy.Default),
        new Host<Fast2, float>(2, SoftmaxAccuracy.Fast), new Host<Fast2, double>(2, SoftmaxAccuracy.Fast),
        new Host<Fast3, float>(3, SoftmaxAccuracy.Fast), new Host<Fast3, double>(3, SoftmaxAccuracy.Fast),
        new Host<Fast4, float>(4, SoftmaxAccuracy.Fast), new Host<Fast4, double>(4, SoftmaxAccuracy.Fast),
        new Host<Fast8, float>(8, SoftmaxAccuracy.Fast), new Host<Fast8, double>(8, SoftmaxAccuracy.Fast),
        new Host<Fast10, float>(10, SoftmaxAccuracy.Fast), new Host<Fast10, double>(10, SoftmaxAccuracy.Fast),
        new Host<Fast16, float>(16, SoftmaxAccuracy.Fast), new Host<Fast16, double>(16, SoftmaxAccuracy.Fast),
        new Host<Fast32, float>(32, SoftmaxAccuracy.Fast), new Host<Fast32, double>(32, SoftmaxAccuracy.Fast),
        new Host<Fast64, float>(64, SoftmaxAccuracy.Fast), new Host<Fast64, double>(64, SoftmaxAccuracy.Fast),
        new Host<Fast100, float>(100, SoftmaxAccuracy.Fast), new Host<Fast100, double>(100, SoftmaxAccuracy.Fast),
        new Host<Fast128, float>(128, SoftmaxAccuracy.Fast), new Host<Fast128, double>(128, SoftmaxAccuracy.Fast),
        new Host<Fast256, float>(256, SoftmaxAccuracy.Fast), new Host<Fast256, double>(256, SoftmaxAccuracy.Fast),
        new Host<Fast1000, float>(1000, SoftmaxAccuracy.Fast), new Host<Fast1000, double>(1000, SoftmaxAccuracy.Fast),
        new Host<Fast4096, float>(4096, SoftmaxAccuracy.Fast), new Host<Fast4096, double>(4096, SoftmaxAccuracy.Fast),
        new Host<Precise2, float>(2, SoftmaxAccuracy.Precise), new Host<Precise2, double>(2, SoftmaxAccuracy.Precise),
        new Host<Precise3, float>(3, SoftmaxAccuracy.Precise), new Host<Precise3, double>(3, SoftmaxAccuracy.Precise),
        new Host<Precise4, float>(4, SoftmaxAccuracy.Precise), new Host<Precise4, double>(4, SoftmaxAccuracy.Precise),
        new Host<Precise8, float>(8, SoftmaxAccuracy.Precise), new Host<Precise8, double>(8, SoftmaxAccuracy.Precise),
        new Host<Precise10, float>(10, SoftmaxAccuracy.Precise), new Host<Precise10, double>(10, SoftmaxAccuracy.Precise),
        new Host<Precise16, float>(16, SoftmaxAccuracy.Precise), new Host<Precise16, double>(16, SoftmaxAccuracy.Precise),
        new Host<Precise32, float>(32, SoftmaxAccuracy.Precise), new Host<Precise32, double>(32, SoftmaxAccuracy.Precise),
        new Host<Precise64, float>(64, SoftmaxAccuracy.Precise), new Host<Precise64, double>(64, SoftmaxAccuracy.Precise),
        new Host<Precise100, float>(100, SoftmaxAccuracy.Precise), new Host<Precise100, double>(100, SoftmaxAccuracy.Precise),
        new Host<Precise128, float>(128, SoftmaxAccuracy.Precise), new Host<Precise128, double>(128, SoftmaxAccuracy.Precise),
        new Host<Precise256, float>(256, SoftmaxAccuracy.Precise), new Host<Precise256, double>(256, SoftmaxAccuracy.Precise),
        new Host<Precise1000, float>(1000, SoftmaxAccuracy.Precise), new Host<Precise1000, double>(1000, SoftmaxAccuracy.Precise),
        new Host<Precise4096, float>(4096, SoftmaxAccuracy.Precise), new Host<Precise4096, double>(4096, SoftmaxAccuracy.Precise),
    ];

    public static int LengthOf<THost>() => List.First(host => host.Type == typeof(THost)).Length;

    /// <summary>Whether a member is there and worth a measurement.</summary>
    public static bool Offers(IHost host, Member member) => member switch
    {
        Member.Jacobian => host.Length <= LongestJacobian,
        Member.ManyRows => host is IHost<float> { Length: LengthOfManyRows, Accuracy: SoftmaxAccuracy.Default },
        Member.Batch => host is IHost<float> { Length: >= 10 and <= 4096, Accuracy: SoftmaxAccuracy.Default },
        _ => true,
    };
}
