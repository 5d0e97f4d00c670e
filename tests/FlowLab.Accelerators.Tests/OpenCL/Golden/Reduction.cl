// GoldenKernels.Reduction
#pragma OPENCL FP_CONTRACT OFF

typedef float __attribute__((may_alias)) float_m;

static float atomic_add_float__global(volatile __global int* at, float x)
{
    int seen = *at;
    for (;;)
    {
        float old = as_float(seen);
        int found = atomic_cmpxchg(at, seen, as_int(old + x));
        if (found == seen)
            return old;
        seen = found;
    }
}

__kernel void GoldenKernels_Reduction(
    __global uchar* p1_input_ptr_buffer,
    const long p1_input_ptr_offset,
    __global uchar* p2_sums_ptr_buffer,
    const long p2_sums_ptr_offset)
{
    __local uchar shared0[512] __attribute__((aligned(16)));
    __global uchar* const p1_input_ptr = p1_input_ptr_buffer + p1_input_ptr_offset;
    __global uchar* const p2_sums_ptr = p2_sums_ptr_buffer + p2_sums_ptr_offset;
    const int at_k_GroupIndexX = (int)get_local_id(0);
    const int at_k_GridIndexX = (int)get_group_id(0);
    const int at_k_GroupIndexY = (int)get_local_id(1);
    const int at_k_GroupIndexZ = (int)get_local_id(2);
    const int at_k_GroupDimX = (int)get_local_size(0);
    const int at_k_GroupDimY = (int)get_local_size(1);
    int v16;
    __local uchar* v8 = shared0 + (long)at_k_GroupIndexX * 4L;
    int v9 = (int)((uint)at_k_GridIndexX * (uint)at_k_GroupDimX);
    int v10 = (int)((uint)at_k_GroupIndexX + (uint)v9);
    __global uchar* v11 = p1_input_ptr + (long)v10 * 4L;
    float v12 = *(__global float_m*)v11;
    *(__local float_m*)v8 = v12;
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    int v15 = at_k_GroupDimX / 2;
    v16 = v15;
b1:;
    int v17 = v16 > 0;
    if (!v17)
    {
        goto b5;
    }
    int v18 = at_k_GroupIndexX >= v16;
    if (v18)
    {
        goto b4;
    }
    float v19 = *(__local float_m*)v8;
    int v20 = (int)((uint)at_k_GroupIndexX + (uint)v16);
    __local uchar* v21 = shared0 + (long)v20 * 4L;
    float v22 = *(__local float_m*)v21;
    float v23 = v19 + v22;
    *(__local float_m*)v8 = v23;
b4:;
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    int v26 = v16 / 2;
    v16 = v26;
    goto b1;
b5:;
    int v27 = (int)((uint)at_k_GroupIndexZ * (uint)at_k_GroupDimY);
    int v28 = (int)((uint)v27 + (uint)at_k_GroupIndexY);
    int v29 = (int)((uint)v28 * (uint)at_k_GroupDimX);
    int v30 = (int)((uint)v29 + (uint)at_k_GroupIndexX);
    int v31 = v30 != 0;
    if (v31)
    {
        goto b7;
    }
    float v32 = *(__local float_m*)shared0;
    float v33 = atomic_add_float__global((volatile __global int*)p2_sums_ptr, v32);
b7:;
}
