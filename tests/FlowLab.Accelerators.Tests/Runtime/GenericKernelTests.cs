namespace FlowLab.Accelerators.Tests.Runtime;

/// <summary>Generic kernels specialise on struct type parameters.</summary>
public class GenericKernelTests
{
    private interface IOperation
    {
        float Apply(float x);
    }

    [Test]
    public void A_kernel_calls_its_type_parameter()
    {
        using var simd = new SimdFixture();
        using var data = simd.Accelerator.Allocate1D([1f, 2f, 3f]);
        Apply(simd.Accelerator, data.View, default(Double));
        Apply(simd.Accelerator, data.View, new Add(10f));
        Assert.That(data.GetAsArray1D(), Is.EqualTo(new[] { 12f, 14f, 16f }));
    }

    [Test]
    public void A_kernel_of_a_generic_class_launches()
    {
        using var simd = new SimdFixture();
        using var data = simd.Accelerator.Allocate1D([5L, 6L]);
        simd.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<long>, long>(Filler<long>.Fill)(2, data.View, 9L);
        Assert.That(data.GetAsArray1D(), Is.All.EqualTo(9L));
    }

    private static void Apply<TOperation>(Accelerator accelerator, ArrayView<float> data, TOperation operation)
        where TOperation : struct, IOperation =>
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<float>, TOperation>(Kernel)(data.IntExtent, data, operation);

    private static void Kernel<TOperation>(Index1D index, ArrayView<float> data, TOperation operation)
        where TOperation : struct, IOperation =>
        data[index] = operation.Apply(data[index]);

    private readonly struct Double : IOperation
    {
        public float Apply(float x) => 2f * x;
    }

    private readonly struct Add(float amount) : IOperation
    {
        public float Apply(float x) => x + amount;
    }

    private static class Filler<T>
        where T : unmanaged
    {
        public static void Fill(Index1D index, ArrayView<T> data, T value) => data[index] = value;
    }
}
