using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Listings;

namespace FlowLab.Accelerators.Tests.Listings;

public class KernelListingTests
{
    [Test]
    public void The_IR_is_shown_before_and_after_the_passes()
    {
        Assert.That(Listing("ir", Scale), Is.EqualTo(
            """
            // as built from the IL: 1 blocks, 4 values
            kernel KernelListingTests.Scale(i.X: i32, data.ptr: ptr, data.length: i64, factor: f32)
            b0:
              v4: ptr = element data.ptr, i.X * 4
              v5: f32 = load v4
              v6: f32 = mul v5, factor
              store v4, v6
              return

            // after all passes: 1 blocks, 4 values
            kernel KernelListingTests.Scale(i.X: i32, data.ptr: ptr, factor: f32)
            b0:
              v3: ptr = element data.ptr, i.X * 4
              v4: f32 = load v3
              v5: f32 = mul v4, factor
              store v3, v5
              return

            """));
    }

    [TestCase(128, 4)]
    [TestCase(256, 8)]
    [TestCase(512, 16)]
    public void Vector_code_is_shown_for_every_width(int width, int lanes)
    {
        var text = Listing("simd", Scale, width);
        Assert.That(text, Does.StartWith($"// KernelListingTests.Scale on vectors of {width} bits: {lanes} instances at a time\nvoid Scale(long* arguments, long x, long end, int y, int z)\n"));
        Assert.That(text, Does.Contain($"Vector{width}.Multiply(").And.Contain($"Vector{width}<float>*)"));
        Assert.That(text, Does.EndWith("}\n"));
    }

    [Test]
    public void A_refused_kernel_says_why()
    {
        Assert.That(() => Listing("ir", Throwing), Throws.TypeOf<KernelRefusedException>().With.Message.StartsWith("FLK105: KernelListingTests.Throwing"));
    }

    private static string Listing(string target, Action<Index1D, ArrayView<float>, float> kernel, int width = 0) =>
        KernelListings.Of(kernel.Method, KernelListings.Targets.Single(form => form.Name == target), width);

    private static void Scale(Index1D i, ArrayView<float> data, float factor) => data[i] *= factor;

    private static void Throwing(Index1D i, ArrayView<float> data, float factor) => throw new InvalidOperationException();
}
