namespace FlowLab.Host.Errors;

/// <summary>What FLK numbers mean.</summary>
internal static class KernelsErrorTexts
{
    public static ErrorRoom Room { get; } = new("FLK: kernels", "",
    [
        new("FLK021", "A kernel that is not there",
            """
            FLK021 there is no kernel "PlanarKernels.Forwrd"; expected one that flowlab kernels lists; did you mean "PlanarKernels.Forward"?
            """,
            """
            `flowlab kernels` lists the kernels of the engine and of the plugins in the plugin folder; `--plugins DIR` takes another folder. Where two
            plugins have kernels of one name, write it with its namespace.
            """),
        new("FLK022", "A type argument that does not fit",
            """
            FLK022 "Mlp" cannot stand for TNetwork of NiceKernels.Forward<TMixing, TNetwork>; expected one of MlpKernel<MaxoutUnits>, MlpKernel<PointwiseUnits<EluFunction>>, MlpKernel<PointwiseUnits<ReluFunction>>
            """,
            """
            Use one of those listed, `_` for any of them, or leave the type arguments out. Only structs that satisfy the constraints of the parameter and
            are in the kernel's own assembly, the engine or the contracts can be listed.
            """),
        new("FLK101 to FLK121", "What the kernel compiler does not take",
            "",
            "The message names the method, the source line, the chain of calls and the remedy.")
        {
            Explanation = """
            Our accelerators compile the C# of a kernel when it is loaded. What they cannot compile is refused then by an exception that names the method, the source
            line, the chain of calls, and the remedy. A kernel ...

            | number | the kernel |
            | --- | --- |
            | FLK101 | calls a method without a C# body |
            | FLK102 | makes a virtual, delegate or lambda call |
            | FLK103 | calls a framework method that has no kernel form |
            | FLK104 | calls itself |
            | FLK105 | allocates an object or array, or boxes |
            | FLK106 | uses a string |
            | FLK107 | throws or catches an exception |
            | FLK108 | has a value of a reference type |
            | FLK109 | uses a static field that may change |
            | FLK110 | has a ref to one of several locals |
            | FLK111 | uses a pointer, stackalloc or span, or takes a by-ref parameter |
            | FLK112 | uses checked arithmetic |
            | FLK113 | uses a type with explicit or inline-array layout |
            | FLK114 | uses another IL instruction without kernel form |
            | FLK115 | never returns |
            | FLK116 | has no launch index as its first parameter |
            | FLK117 | returns a value |
            | FLK118 | is too large after inlining |
            | FLK119 | uses mathematics that the device does not have |
            | FLK120 | allocates shared or local memory of an extent that is not constant |
            | FLK121 | changes a local variable atomically |
            """,
        },
        new("FLK202", "Only some threads get to a barrier",
            "FLK202: all threads of a group must get to the same barriers, and all threads of a warp to the same shuffles, but of the 64 threads of group (0, 0, 0) 2 of 4 warps wait at a barrier and the others have returned. Take barriers and shuffles out of branches and loops that threads leave at different times.",
            "Let every thread run through the barrier and put the condition around the work in between. The processor sees this; on another device the launch would hang or compute nonsense."),
        new("FLK204", "A launch has a size that the device does not have",
            "FLK204: a launch of Program.Sum on CPUAccelerator [CPU] has groups of 16 threads at most, (16, 16, 16) along X, Y and Z, but (32, 1, 1) were asked for, 32 threads. Launch more and smaller groups; a KernelSpecialization also sets a limit.",
            "Take `Accelerator.MaxNumThreadsPerGroup` into account when you choose the group, or choose the size when the kernel is loaded with `LoadImplicitlyGroupedKernel`. Do not launch empty grids."),
        new("FLK205", "A group shares more memory than there is",
            "FLK205: Program.Transpose shares 65536 bytes and 0 dynamic ones per group, but a group of Graphics [OpenCL] has 32768 bytes. Share less at once.",
            "Use smaller tiles; `Accelerator.MaxSharedMemoryPerGroup` says what there is."),
        new("FLK206", "A stream or marker of another accelerator",
            "FLK206: the kernel was loaded on SIMD, 512-bit vectors [CPU], the stream belongs to another accelerator, Graphics [OpenCL]; launch on a stream of the kernel's own accelerator.",
            "Make streams and markers by the accelerator that loaded the kernel."),
        new("FLK207", "A view that the kernel cannot reach",
            "FLK207: a view of 100 elements belongs to another accelerator, Graphics [OpenCL]; the kernel runs on SIMD, 512-bit vectors [CPU]. Copy the data over first.",
            "Allocate the buffer by the accelerator that loaded the kernel, or copy it over; and keep it until the launch is finished."),
        new("FLK208", "An index out of its view",
            "FLK208: the kernel MineKernels.Forward reaches for element 103 of the view pass.LogDet, which has 100, in MineKernels.Forward (MineKernels.cs:27). Every index must be from 0 to the length less 1.",
            "Found with `--checked` (`SimdDevice.IsChecked` in a program of your own). Compare the index with the shape of the view: a stride of another axis, a loop that runs one too far."),
        new("FLK301", "One ref or view for different kinds of memory",
            "FLK301: Program.Pick (Program.cs:14) has one ref or view for different kinds of memory. Write the cases out, so that every access is to a buffer, to shared memory or to local memory, never to one or the other.",
            """
            OpenCL 1.2 devices reach buffers, shared and local memory by different instructions, so the compiler has to know which one an access is to. Instead of
            choosing a view by a condition, write the access in both branches.
            """),
        new("FLK302", "Double on a device without it",
            "FLK302: Program.Scale (Program.cs:9) computes with double, which this OpenCL device does not have. Use float, or run on another device; flowlab devices shows which ones have double.",
            "A literal without `f` makes a computation double; write `0.5f`. Else choose a device whose line in `flowlab devices` says `double`."),
        new("FLK303", "Atomics of 64 bits on a device without them",
            "FLK303: Program.Count (Program.cs:21) has atomic operations on 64 bits, which this OpenCL device does not have: Add. Use int, uint or float, or run on another device; flowlab devices shows which ones have them.",
            "Count in `int`, or in two numbers; add doubles in shared memory and let one thread write the sum."),
        new("FLK310", "OpenCL reports an error",
            "FLK310: launching Program_Scale on Graphics [OpenCL] failed: OpenCL says CL_OUT_OF_RESOURCES (-5). Launch with smaller groups or less shared memory; a kernel that reads or writes outside of its buffers ends so too on some devices.",
            "The message has the error of OpenCL, what was attempted, and a remedy. Check the kernel's indices in its C# method if they may be at fault."),
        new("FLK311", "The device's compiler does not take a kernel",
            "FLK311: the compiler of Graphics [OpenCL] does not take the OpenCL C of Program_Scale (CL_BUILD_PROGRAM_FAILURE (-11)). Update the driver; if that does not help, report this with the compiler's words: ...",
            """
            The generated source is OpenCL C 1.2; a driver that refuses it is old or broken. The compiler's own words follow the message, and
            `flowlab kernels show NAME --target opencl` shows the source.
            """),
        new("FLK312", "No memory left on the device",
            "FLK312: allocating 4294967296 bytes on Graphics [OpenCL] failed: OpenCL says CL_INVALID_BUFFER_SIZE (-61). The device has 6805467136 bytes, and one buffer may have 2147483648. Dispose buffers that are not needed, use smaller batches, or run on a device with more memory.",
            "Some devices find out at the first use of a buffer only, and then the message names that. Fewer seeds at once, `training.batch` and `evaluation.samples` make buffers smaller."),
        new("FLK313", "A group is too large for a kernel",
            "FLK313: Program_Sum was launched with groups of (1024, 1, 1), but on Graphics [OpenCL] its groups have at most 512 threads. Launch smaller groups.",
            "A kernel that needs many registers gets smaller groups than the device has for others; this is known when it is compiled."),
        new("FLK314", "A group needs more shared memory than there is",
            "FLK314: Program_Sum needs 66576 bytes of shared memory per group, but Graphics [OpenCL] has 65536. Launch smaller groups or share less.",
            """
            On devices without usable sub-groups, `flowlab devices` says *warps through local memory*, shuffles take 16 bytes of shared memory per thread on top of what the kernel
            allocates.
            """),
        new("FLK315", "Too many arguments",
            "FLK315: the arguments of Program_Mix take 1096 bytes, but Graphics [OpenCL] has room for 1024. Pass fewer views and numbers, or put the numbers into a buffer.",
            "A view takes 16 bytes, 24 if its length is used. Views of one buffer can be one view with offsets."),
        new("FLK316", "No such OpenCL device",
            "FLK316: there is no OpenCL device 0; the machine has 0: there is no OpenCL loader on this machine (libOpenCL.so.1, libOpenCL.so, OpenCL.dll, /System/Library/Frameworks/OpenCL.framework/OpenCL); install the driver of the device, or pocl-opencl-icd and ocl-icd-libopencl1 for the processor.",
            """
            Install the device's driver. On Debian and Ubuntu, `apt-get install pocl-opencl-icd ocl-icd-libopencl1` makes the processor an OpenCL device, which is enough to try kernels.
            A device that is there but refused is listed by `flowlab devices` with its reason.
            """),
        new("FLK317", "An extension for ILGPU's own OpenCL accelerator",
            "FLK317: RandomExtension cannot be made for Graphics [OpenCL]: extensions for OpenCL take ILGPU's own CLAccelerator, and this device is driven by OpenCl12Accelerator. Make the extension on another accelerator, or write what it does as a kernel.",
            "An `AcceleratorExtension` for OpenCL is handed the handles of ILGPU's accelerator, which is a closed class. Kernels need no extension."),
    ]);
}
