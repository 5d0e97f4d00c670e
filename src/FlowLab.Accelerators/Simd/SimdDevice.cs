using ILGPU.Runtime.CPU;

namespace FlowLab.Accelerators.Simd;

/// <summary>
/// The processor as a device that runs kernels as vector code: one instance per lane of a vector, which is a warp, and the pieces of a launch
/// on several threads, the caller among them. Results do not depend on the number of threads.
/// </summary>
[DeviceType(AcceleratorType.CPU)]
public sealed class SimdDevice : Device
{
    private const int LargestGroup = 1024;
    private const int SharedMemoryInBytes = 1 << 20;

    /// <summary>The widest vectors and all processors of the machine.</summary>
    public SimdDevice()
        : this(Environment.ProcessorCount)
    {
    }

    /// <param name="threads">Threads that work on a launch, the caller among them; from 1 on.</param>
    /// <param name="vectorBits">128, 256 or 512; 0 for the widest that the machine has. Wider ones work too, slowly.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public SimdDevice(int threads, int vectorBits = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Vectors = vectorBits == 0 ? VectorTable.Best : VectorTable.OfLanes(vectorBits / 32)
            ?? throw new ArgumentOutOfRangeException(nameof(vectorBits), vectorBits, "Vectors have 128, 256 or 512 bits; 0 takes the widest of the machine.");
        Name = $"SIMD, {VectorBits}-bit vectors";
        MemorySize = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        MaxSharedMemoryPerGroup = SharedMemoryInBytes;
        MaxConstantMemory = int.MaxValue;
        WarpSize = Vectors.Lanes;
        MaxNumThreadsPerGroup = LargestGroup;
        MaxNumThreadsPerMultiprocessor = LargestGroup;
        NumMultiprocessors = threads;
        MaxGridSize = new(int.MaxValue);
        MaxGroupSize = new(LargestGroup);
        Capabilities = CPUDevice.Default.Capabilities;
    }

    /// <summary>The width of its vectors.</summary>
    public int VectorBits => Vectors.Lanes * 32;

    /// <summary>Threads that work on a launch, the caller among them.</summary>
    public int NumThreads => NumMultiprocessors;

    /// <summary>
    /// Whether kernels are compiled with a check of every access to a view: one beyond its length ends the launch with FLK208, which names kernel, source line,
    /// index and view, instead of touching memory that is not its own. Several times slower; what is computed stays the same.
    /// </summary>
    public bool IsChecked { get; init; }

    internal VectorTable Vectors { get; }

    /// <inheritdoc/>
    public override Accelerator CreateAccelerator(Context context) => CreateSimdAccelerator(context);

    /// <summary>Begins to use the device. As with all of ILGPU, dispose the accelerator before its context.</summary>
    public SimdAccelerator CreateSimdAccelerator(Context context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context, this);
    }
}
