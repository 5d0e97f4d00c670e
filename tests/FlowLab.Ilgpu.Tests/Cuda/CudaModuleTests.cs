using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Tests.Cuda.Driver;

namespace ILGPU.Tests.Cuda;

/// <summary>Compilation and its cache.</summary>
public class CudaModuleTests
{
    [Test]
    public void A_kernel_is_compiled_once_and_then_taken_from_the_cache()
    {
        using var cuda = new CudaFixture();
        Run(cuda);
        Run(cuda);
        Assert.That(Compilations, Is.EqualTo(1), "the accelerator keeps the module");
        cuda.Restart();
        Run(cuda);
        Assert.That(Compilations, Is.EqualTo(1), "from disk");
        Assert.That(Directory.GetFiles(cuda.CacheFolder), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_damaged_entry_is_compiled_anew()
    {
        using var cuda = new CudaFixture();
        Run(cuda);
        var entry = Directory.GetFiles(cuda.CacheFolder).Single();
        var bytes = File.ReadAllBytes(entry);
        bytes[^5] ^= 1;
        File.WriteAllBytes(entry, bytes);
        cuda.Restart();
        Run(cuda);
        Assert.That(Compilations, Is.EqualTo(2));
        cuda.Restart();
        Run(cuda);
        Assert.That(Compilations, Is.EqualTo(2));
    }

    [Test]
    public void What_the_driver_no_longer_takes_is_compiled_anew()
    {
        using var cuda = new CudaFixture();
        Run(cuda);
        var source = Backends.Cuda.PtxCompiler.Compile(KernelEntry.OfIndex(Kernel));
        var key = System.Text.Encoding.UTF8.GetBytes(new CudaModules(cuda.Accelerator).KeyOf(source));
        KernelCache.Write("cuda", key, "machine code of another driver\0"u8);
        cuda.Restart();
        Run(cuda);
        Assert.That(Compilations, Is.EqualTo(2));
    }

    [Test]
    public void Another_device_or_driver_compiles_for_itself()
    {
        string[] keys = [KeyOf(FakeDevice.Usual, 12040), KeyOf(FakeDevice.Usual, 12050), KeyOf(FakeDevice.Usual with { Minor = 1 }, 12040), KeyOf(new("Other", 6, 0), 12040)];
        Assert.That(keys, Is.Unique);
        Assert.That(KeyOf(FakeDevice.Usual, 12040), Is.EqualTo(keys[0]));

        static string KeyOf(FakeDevice device, int version)
        {
            var api = new CudaApi(FakeCuda.Find);
            FakeCuda.Start(device);
            using var context = Context.Create(builder => builder.Add(new CudaDevice(api, version, 0)));
            using var accelerator = context.CreateCudaAccelerator(0);
            return new CudaModules(accelerator).KeyOf(Backends.Cuda.PtxCompiler.Compile(KernelEntry.OfIndex(Kernel)));
        }
    }

    [Test]
    public void What_the_compiler_says_is_in_the_message()
    {
        using var cuda = new CudaFixture();
        var source = new Backends.Cuda.PtxSource(".version 6.0\n.target sm_60\nfoo", "Broken", [], true, true, 0);
        Assert.That(() => cuda.Accelerator.Load(source), Throws.InstanceOf<InvalidOperationException>()
            .With.Message.StartsWith("FLK411: the driver's compiler does not take the PTX of Broken for Test Pascal [Cuda]: CUDA says CUDA_ERROR_INVALID_PTX (218). Update the driver")
            .And.Message.EndsWith("ptxas fatal: the module has another form than version, target, address size and one entry"));
        Assert.That(Directory.Exists(cuda.CacheFolder), Is.False);
    }

    private static System.Reflection.MethodInfo Kernel => ((Action<Index1D, ArrayView<int>, int>)CudaLaunchKernels.Number).Method;

    private static int Compilations => FakeCuda.CountOf("cuLinkComplete");

    private static void Run(CudaFixture cuda)
    {
        using var result = cuda.Accelerator.Allocate1D<int>(5);
        cuda.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, int>(CudaLaunchKernels.Number)(5, result.View, 2);
        Assert.That(result.GetAsArray1D(), Is.EqualTo(new[] { 2, 4, 6, 8, 10 }));
    }
}
