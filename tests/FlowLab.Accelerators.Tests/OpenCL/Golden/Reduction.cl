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
    int v15;
    __local uchar* v7 = shared0 + (long)at_k_GroupIndexX * 4L;
    int v8 = (int)((uint)at_k_GridIndexX * (uint)at_k_GroupDimX);
    int v9 = (int)((uint)at_k_GroupIndexX + (uint)v8);
    __global uchar* v10 = p1_input_ptr + (long)v9 * 4L;
    float v11 = *(__global float_m*)v10;
    *(__local float_m*)v7 = v11;
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    int v14 = at_k_GroupDimX / 2;
    v15 = v14;
b1:;
    int v16 = v15 > 0;
    if (!v16)
    {
        goto b5;
    }
    int v17 = at_k_GroupIndexX >= v15;
    if (v17)
    {
        goto b4;
    }
    float v18 = *(__local float_m*)v7;
    int v19 = (int)((uint)at_k_GroupIndexX + (uint)v15);
    __local uchar* v20 = shared0 + (long)v19 * 4L;
    float v21 = *(__local float_m*)v20;
    float v22 = v18 + v21;
    *(__local float_m*)v7 = v22;
b4:;
    barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
    int v25 = v15 / 2;
    v15 = v25;
    goto b1;
b5:;
    int v26 = at_k_GroupIndexX == 0;
    int v27 = at_k_GroupIndexY == 0;
    int v28 = v26 & v27;
    int v29 = at_k_GroupIndexZ == 0;
    int v30 = v28 & v29;
    int v31 = !v30;
    if (v31)
    {
        goto b7;
    }
    float v32 = *(__local float_m*)shared0;
    float v33 = atomic_add_float__global((volatile __global int*)p2_sums_ptr, v32);
b7:;
}
