using System.Reflection;
using FlowLab.Accelerators.Simd;
using ILGPU.Backends;

namespace FlowLab.Accelerators.Tests.Runtime;

/// <summary>Every way to load or launch a kernel, with 1 to 14 parameters.</summary>
public class LoaderFamilyTests
{
    private const int Threads = 6;

    private static IEnumerable<TestCaseData> Methods() => typeof(KernelLoaders).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.Name.StartsWith("Load", StringComparison.Ordinal))
        .Concat(typeof(Accelerator).GetMethods().Where(method => method.Name.StartsWith("Launch", StringComparison.Ordinal)))
        .Select(method => new TestCaseData(method) { TestName = $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})" });

    [Test]
    public void There_are_sixteen_families_of_loaders_and_four_of_launches() => Assert.That(Methods().Count(), Is.EqualTo(14 * (16 + 4)));

    [TestCaseSource(nameof(Methods))]
    public void Each_parameter_gets_to_its_place(MethodInfo method)
    {
        using var context = Context.Create().ToContext();
        using var accelerator = context.CreateSimdAccelerator(2);
        using var sums = accelerator.AllocateZeroed<long>(Threads);
        var count = method.GetGenericArguments().Count(type => type.Name != "TIndex");
        var isIndexed = method.GetGenericArguments().Length > count;
        Type[] types = [typeof(ArrayView<long>), .. Enumerable.Repeat(typeof(int), count - 1)];
        method = method.MakeGenericMethod(isIndexed ? [typeof(Index1D), .. types] : types);
        object[] arguments = [sums.View.BaseView, .. Enumerable.Range(2, count - 1).Select(i => (object)(i + 10))];
        object launch = isIndexed ? new Index1D(Threads) : new KernelConfig(2, Threads / 2);
        Run(method, accelerator, KernelOf(isIndexed, count, types), launch, arguments);
        Assert.That(sums.GetAsArray1D(), Is.All.EqualTo(1 + Enumerable.Range(2, count - 1).Sum(i => (long)i * (i + 10))));
    }

    private static Delegate KernelOf(bool isIndexed, int count, Type[] types)
    {
        var kernel = typeof(LoaderFamilyTests).GetMethod($"{(isIndexed ? "Indexed" : "Grouped")}{count}", BindingFlags.NonPublic | BindingFlags.Static)!;
        return kernel.CreateDelegate(System.Linq.Expressions.Expression.GetActionType(isIndexed ? [typeof(Index1D), .. types] : types));
    }

    private static void Run(MethodInfo method, SimdAccelerator accelerator, Delegate kernel, object launch, object[] arguments)
    {
        if (!method.IsStatic)
        {
            var stream = method.GetParameters()[1].ParameterType == typeof(AcceleratorStream);
            method.Invoke(accelerator, stream ? [kernel, accelerator.DefaultStream, launch, .. arguments] : [kernel, launch, .. arguments]);
            return;
        }

        object?[] options = [accelerator, kernel, .. method.GetParameters().Skip(2).Select(OptionOf)];
        var loaded = (Delegate)method.Invoke(null, options)!;
        loaded.DynamicInvoke(method.Name.Contains("Stream", StringComparison.Ordinal) ? [launch, .. arguments] : [accelerator.DefaultStream, launch, .. arguments]);
        if (method.GetParameters()[^1].IsOut)
            Assert.That(options[^1], Is.InstanceOf<CompiledKernel.KernelInfo>());
    }

    private static object? OptionOf(ParameterInfo parameter) => parameter switch
    {
        { ParameterType.Name: nameof(KernelSpecialization) } => new KernelSpecialization(Threads / 2, null),
        { Name: "customGroupSize" } => 4,
        _ => null,
    };

    private static void Grouped1(ArrayView<long> sums) => sums[Grid.GlobalIndex.X] += 1;

    private static void Grouped2(ArrayView<long> sums, int a2) => sums[Grid.GlobalIndex.X] += 1 + (a2 * 2);

    private static void Grouped3(ArrayView<long> sums, int a2, int a3) => sums[Grid.GlobalIndex.X] += 1 + (a2 * 2) + (a3 * 3);

    private static void Grouped4(ArrayView<long> sums, int a2, int a3, int a4) => sums[Grid.GlobalIndex.X] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4);

    private static void Grouped5(ArrayView<long> sums, int a2, int a3, int a4, int a5) => sums[Grid.GlobalIndex.X] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5);

    private static void Grouped6(ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6) => sums[Grid.GlobalIndex.X] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6);

    private static void Grouped7(ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7) => sums[Grid.GlobalIndex.X] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7);

    private static void Grouped8(ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8) => sums[Grid.GlobalIndex.X] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8);

    private static void Grouped9(ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9) => sums[Grid.GlobalIndex.X] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8) + (a9 * 9);

    private static void Grouped10(ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10) => sums[Grid.GlobalIndex.X] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8) + (a9 * 9) + (a10 * 10);

    private static void Grouped11(ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11) => sums[Grid.GlobalIndex.X] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8) + (a9 * 9) + (a10 * 10) + (a11 * 11);

    private static void Grouped12(ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12) => sums[Grid.GlobalIndex.X] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8) + (a9 * 9) + (a10 * 10) + (a11 * 11) + (a12 * 12);

    private static void Grouped13(ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12, int a13) => sums[Grid.GlobalIndex.X] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8) + (a9 * 9) + (a10 * 10) + (a11 * 11) + (a12 * 12) + (a13 * 13);

    private static void Grouped14(ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12, int a13, int a14) => sums[Grid.GlobalIndex.X] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8) + (a9 * 9) + (a10 * 10) + (a11 * 11) + (a12 * 12) + (a13 * 13) + (a14 * 14);

    private static void Indexed1(Index1D i, ArrayView<long> sums) => sums[i] += 1;

    private static void Indexed2(Index1D i, ArrayView<long> sums, int a2) => sums[i] += 1 + (a2 * 2);

    private static void Indexed3(Index1D i, ArrayView<long> sums, int a2, int a3) => sums[i] += 1 + (a2 * 2) + (a3 * 3);

    private static void Indexed4(Index1D i, ArrayView<long> sums, int a2, int a3, int a4) => sums[i] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4);

    private static void Indexed5(Index1D i, ArrayView<long> sums, int a2, int a3, int a4, int a5) => sums[i] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5);

    private static void Indexed6(Index1D i, ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6) => sums[i] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6);

    private static void Indexed7(Index1D i, ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7) => sums[i] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7);

    private static void Indexed8(Index1D i, ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8) => sums[i] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8);

    private static void Indexed9(Index1D i, ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9) => sums[i] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8) + (a9 * 9);

    private static void Indexed10(Index1D i, ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10) => sums[i] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8) + (a9 * 9) + (a10 * 10);

    private static void Indexed11(Index1D i, ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11) => sums[i] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8) + (a9 * 9) + (a10 * 10) + (a11 * 11);

    private static void Indexed12(Index1D i, ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12) => sums[i] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8) + (a9 * 9) + (a10 * 10) + (a11 * 11) + (a12 * 12);

    private static void Indexed13(Index1D i, ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12, int a13) => sums[i] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8) + (a9 * 9) + (a10 * 10) + (a11 * 11) + (a12 * 12) + (a13 * 13);

    private static void Indexed14(Index1D i, ArrayView<long> sums, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10, int a11, int a12, int a13, int a14) => sums[i] += 1 + (a2 * 2) + (a3 * 3) + (a4 * 4) + (a5 * 5) + (a6 * 6) + (a7 * 7) + (a8 * 8) + (a9 * 9) + (a10 * 10) + (a11 * 11) + (a12 * 12) + (a13 * 13) + (a14 * 14);
}
