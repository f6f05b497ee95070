import { SRGB } from '#color/spaces.ts';
import { createRenderer } from '#render/pipeline.ts';
import { loadKernels } from '#node/kernels.ts';
const S={ IncrementalTemperature: 12, IncrementalTint: -4, Exposure2012: 0.4, Contrast2012: 18, Vibrance: 20, Highlights2012:-60,Shadows2012:60,Clarity2012:20,
  ToneCurvePV2012:[[0,0],[64,58],[192,200],[255,255]],
  ...Object.fromEntries(['Red','Orange','Yellow','Green','Aqua','Blue','Purple','Magenta'].flatMap((b,i)=>[['HueAdjustment'+b,5*i-10],['SaturationAdjustment'+b,10-4*i],['LuminanceAdjustment'+b,8-3*i]])),
  SplitToningShadowHue: 215, SplitToningShadowSaturation: 14, SplitToningHighlightHue: 40, SplitToningHighlightSaturation: 12 } as any;
const pic=(W:number,H:number,space=SRGB)=>{const data=new Uint8Array(W*H*3); let s=1; for(let y=0,p=0;y<H;y++)for(let x=0;x<W;x++)for(let c=0;c<3;c++){s=(Math.imul(s,1664525)+1013904223)|0; data[p++]=Math.max(0,Math.min(255,128+110*Math.sin(x/W*9+c)*Math.cos(y/H*7+c*.5)+((s>>>24)-128)/10));} return {width:W,height:H,data,space};};
const k=createRenderer(loadKernels());
const med=(a:number[])=>[...a].sort((x,y)=>x-y)[a.length>>1]!;
const r=pic(1024,683), src=k.open(r); const w:number[]=[],c:number[]=[];
for(let q=0;q<40;q++){ const c0=process.cpuUsage(),t=performance.now(); for(let i=0;i<6;i++) k.render(src,{...S,Exposure2012:.1+i*.1+q/1000}); w.push(performance.now()-t); const d=process.cpuUsage(c0); c.push((d.user+d.system)/1000);}
console.log('6 at 1024: wall',med(w).toFixed(1),'min',Math.min(...w).toFixed(1),'cpu',med(c).toFixed(1));
