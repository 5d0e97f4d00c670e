using ILGPU.Tests.Cuda.Machine;

namespace ILGPU.Tests.Cuda;

/// <summary>The machine that PTX is run on takes nothing that the manual does not allow, so that what runs there is right.</summary>
public class PtxMachineTests
{
    private const string Registers = """
        	.reg .pred %p<3>;
        	.reg .b32 %r<5>;
        	.reg .b64 %rd<4>;
        	.reg .f32 %f<4>;
        	.reg .f64 %fd<3>;
        	.shared .align 4 .b8 shared0[256];
        	.local .align 8 .b8 local0[16];

        """;

    [TestCase("add.s32 %r1, %r1, 1;", "%r1 is read before it is written")]
    [TestCase("mov.u32 %r1, %tid.x; add.f32 %r1, %r1, %r1;", "unknown instruction")]
    [TestCase("mov.u32 %r1, %tid.x; addx.s32 %r1, %r1, %r1;", "unknown instruction")]
    [TestCase("mov.u32 %r1, %tid.x; add.s32 %r9, %r1, 1;", "%r9 is not declared")]
    [TestCase("mov.u32 %r1, %tid.x; add.s32 %f1, %r1, 1;", "%f1 cannot be a Result of type .s32")]
    [TestCase("mov.u32 %r1, %tid.x; add.s64 %rd1, %r1, 1;", "%r1 cannot be a Source of type .s64")]
    [TestCase("mov.u32 %r1, %tid.x; add.s32 %r2, 1, %r1;", "1 cannot be a Source of type .s32")]
    [TestCase("mov.u32 %r1, %tid.x; add.s32 %r2, %r1, 4294967296;", "4294967296 cannot be a SourceOrNumber of type .s32")]
    [TestCase("mov.f32 %f1, 1.5;", "1.5 cannot be a Anything of type .f32")]
    [TestCase("mov.f32 %f1, 0f3F80000;", "0f3F80000 cannot be a Anything of type .f32")]
    [TestCase("mov.u32 %r1, %tid.x; add.s32 %r2, %r1;", "3 operands expected")]
    [TestCase("mov.u32 %r1, %tid.x; @%r1 ret;", "%r1 is no predicate")]
    [TestCase("mov.u32 %r1, %tid;", "%tid is not declared")]
    [TestCase("bra.uni $L_a;", "no label $L_a")]
    [TestCase("$L_a:\n$L_a:", "label $L_a is malformed or defined twice")]
    [TestCase(".reg .b32 %r<2>;", "register %r0 is declared twice")]
    [TestCase(".shared .align 4 .b8 shared0[4];", "shared0 is declared twice")]
    [TestCase("ld.param.u64 %rd1, [other];", "cannot be a Address")]
    [TestCase("ld.param.u32 %r1, [data];", "cannot be a Address")]
    [TestCase("mov.u32 %r1, %tid.x; ld.global.u32 %r2, [%r1];", "cannot be a Address")]
    [TestCase("mov.u64 %rd1, 8; ld.global.u32 %r2, [%rd1];", "belong to no buffer")]
    [TestCase("mov.u64 %rd1, shared0; ld.shared.u32 %r2, [%rd1+2];", "is not aligned")]
    [TestCase("mov.u64 %rd1, shared0; ld.shared.u32 %r2, [%rd1+256];", "at shared address 0x100 of 256 bytes")]
    [TestCase("mov.u64 %rd1, shared0; ld.global.u32 %r2, [%rd1];", "belong to no buffer")]
    [TestCase("mov.u64 %rd1, local0; ld.local.u64 %rd2, [%rd1+16];", "at local address 0x10 of 16 bytes")]
    [TestCase("mov.u32 %r1, 1; shfl.sync.idx.b32 %r2, %r1, 0, 31;", "5 operands expected")]
    [TestCase("mov.u32 %r1, 1; shfl.sync.idx.b32 %r2, %r1, 0, 31, 1;", "member mask")]
    [TestCase("mov.u32 %r1, 1; shfl.idx.b32 %r2, %r1, 0, 31;", "unknown instruction")]
    [TestCase("mov.u32 %r1, %tid.x; setp.eq.s32 %p1, %r1, 0; @%p1 bar.sync 0; bar.sync 0;", "threads wait for each other at different places")]
    [TestCase("mov.u32 %r1, %tid.x; setp.eq.s32 %p1, %r1, 0; @%p1 bra.uni $L_a; $L_a:\nret;", "bra.uni is for branches that all threads take")]
    [TestCase("$L_a:\nbra.uni $L_a;", "the kernel does not end")]
    public void What_is_wrong_is_refused(string body, string message) =>
        Assert.That(() => Run(body), Throws.TypeOf<PtxException>().With.Message.Contains(message));

    [TestCase(".version 5.0", "version 5.0 has no .sync forms of warp operations")]
    [TestCase(".version 6.0\n.target sm_50", "the machine is one of sm_60, not of sm_50")]
    public void Other_versions_are_refused(string head, string message) => Assert.That(
        () => PtxParser.Parse($"{head}\n{(head.Contains("target", StringComparison.Ordinal) ? "" : ".target sm_60")}\n.address_size 64\n.visible .entry k(\n)\n{{\nret;\n}}\n"),
        Throws.TypeOf<PtxException>().With.Message.EqualTo(message));

    [Test]
    public void Threads_meet_at_barriers_whatever_their_order([Values] bool isReversed, [Values(0, 1, 3)] int quantum)
    {
        var data = new PtxArray(new byte[64 * 4]);
        Run(Rotation, data, isReversed, quantum);
        var values = new int[64];
        unsafe
        {
            for (var i = 0; i < 64; i++)
                values[i] = ((int*)data.Pointer)[i];
        }

        Assert.That(values, Is.EqualTo(Enumerable.Range(1, 63).Append(0)));
    }

    /// <summary>Every thread writes its number to shared memory and reads that of the next one.</summary>
    private const string Rotation = """
        	mov.u32 %r1, %tid.x;
        	mul.wide.s32 %rd1, %r1, 4;
        	mov.u64 %rd2, shared0;
        	add.s64 %rd2, %rd2, %rd1;
        	st.shared.u32 [%rd2], %r1;
        	bar.sync 0;
        	add.s32 %r2, %r1, 1;
        	and.b32 %r2, %r2, 63;
        	mul.wide.s32 %rd3, %r2, 4;
        	mov.u64 %rd2, shared0;
        	add.s64 %rd2, %rd2, %rd3;
        	ld.shared.u32 %r3, [%rd2];
        	ld.param.u64 %rd3, [data];
        	add.s64 %rd3, %rd3, %rd1;
        	st.global.u32 [%rd3], %r3;
        	ret;
        """;

    private static void Run(string body) => Run(body.Replace("; ", ";\n", StringComparison.Ordinal) + "\nret;", new PtxArray(new byte[4]), false, 0, 2);

    private static unsafe void Run(string body, PtxArray data, bool isReversed, int quantum, int threads = 64)
    {
        var text = $".version 6.0\n.target sm_60\n.address_size 64\n\n.visible .entry k(\n\t.param .u64 data\n)\n{{\n{Registers}{body}\n}}\n";
        var memory = new PtxMemory();
        memory.Allow((nint)data.Pointer, data.Length);
        var launch = new PtxLaunch(new(1, 1, 1), new(threads, 1, 1), 0, BitConverter.GetBytes((long)data.Pointer));
        new PtxMachine(PtxParser.Parse(text), memory).Run(launch with { IsReversed = isReversed, Quantum = quantum });
    }
}
